"""Do the measures hold against the world? ``python -m benchmarks.validity FOLDER``.

Event data and ground truth are not part of the project; their folder is named on the command line.
"""
