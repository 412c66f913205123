"""What must hold in the data, one function a rule: register in, problems out."""
