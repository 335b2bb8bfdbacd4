"""One file a band or part of the packing screen: a frozen view and the function that paints it."""
