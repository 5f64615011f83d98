"""What a report is: the models that the YAML files under ``drafts/<year>/`` are checked against.

Pure data: nothing here reads a file or imports the program.
"""
