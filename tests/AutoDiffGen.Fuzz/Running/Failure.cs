using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Running;

/// <summary>What is wrong with the derivatives of a program.</summary>
/// <param name="Kind">Which requirement is not met; shrinking keeps to it.</param>
internal sealed record Failure(FuzzProgram Program, string Kind, string Message);
