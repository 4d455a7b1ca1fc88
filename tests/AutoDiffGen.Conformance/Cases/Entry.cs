namespace AutoDiffGen.Conformance.Cases;

/// <summary>One number that a method is differentiated by: a scalar parameter, or an entry of an array or span.</summary>
internal readonly record struct Entry(Role Role, int Offset);
