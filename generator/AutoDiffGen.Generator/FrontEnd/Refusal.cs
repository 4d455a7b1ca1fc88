using AutoDiffGen.Generator.Diagnostics;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// Ends the lowering of a statement that cannot be differentiated. The statements after it are lowered all the same,
/// so that one build shows every error of a method.
/// </summary>
/// <param name="problem">The error; null where the compiler itself reports one (code that does not compile), and ours would only repeat it.</param>
internal sealed class RefusalException(DiagnosticInfo? problem) : Exception("The code cannot be differentiated.")
{
    public DiagnosticInfo? Problem { get; } = problem;
}
