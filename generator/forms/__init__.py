"""Forms: what the departments are asked, as Excel workbooks out and in."""
