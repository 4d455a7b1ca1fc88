using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>An expression lowered apart: the statements that carry its side effects, and the pure value after them.</summary>
internal readonly record struct Fragment(List<Stmt> Steps, Expr Value)
{
    public bool IsPure => Steps.Count == 0;

    /// <summary>Whether control leaves within the steps, as in <c>x &gt; 0 ? x : throw …</c>, so that the value is never reached.</summary>
    public bool Leaves => Jumps.EndsIn(Steps);
}

internal static class Jumps
{
    /// <summary>Whether the end of the statements is never reached.</summary>
    public static bool EndsIn(IReadOnlyList<Stmt> steps) => steps.Count > 0 && steps[steps.Count - 1] switch
    {
        Return or Throw or Exit => true,
        If branch => EndsIn(branch.Then) && EndsIn(branch.Else),
        Loop => true,
        Labelled block => EndsIn(block.Body) && !Mentions(block.Body, block.Label),
        _ => false,
    };

    /// <summary>Whether the statements leave the block of that label.</summary>
    public static bool Mentions(IEnumerable<Stmt> statements, string label) => statements.All().Any(s => s is Exit exit && exit.Label == label);
}
