"""What the caseworker reads: report.json, HTML, evidence pictures, worklist."""
