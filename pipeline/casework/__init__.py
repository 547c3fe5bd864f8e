"""What the checks share: how papers are named, how a finding is made, and what is known of the case and its people."""
