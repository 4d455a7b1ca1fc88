namespace AutoDiffGen.Conformance.Calls;

/// <summary>Calls a member with the arguments in a frame, leaves what it writes there, and returns its result as a number. Arrays
/// start from their initial content.</summary>
internal delegate double Call(Frame frame);
