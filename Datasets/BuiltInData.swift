/// The data sets that are compiled into the program.
public enum BuiltInData {}
