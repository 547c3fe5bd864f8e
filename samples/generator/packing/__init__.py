"""How pictures become the files of an upload: PDF, JPEG, PNG, TIFF, zip, and files that are broken."""
