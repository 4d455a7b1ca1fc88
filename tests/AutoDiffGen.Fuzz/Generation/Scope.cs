using AutoDiffGen.Fuzz.Language;

namespace AutoDiffGen.Fuzz.Generation;

/// <summary>A variable that is definitely assigned.</summary>
internal sealed record Variable(string Name, Kind Kind, bool IsWritable)
{
    /// <summary>Whether it is a span that may show the stack, so that a variable that may not cannot be set to it.</summary>
    public bool IsOnStack { get; init; }

    /// <summary>Whether it is an integer that is never negative.</summary>
    public bool IsCounter { get; init; }

    /// <summary>The array that it counts through, or that it says an element or part of, if any.</summary>
    public string? Over { get; init; }
}

/// <summary>A block's names and the variables that can be used in it.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly HashSet<string> own = new(StringComparer.Ordinal);

    /// <summary>Names of blocks within, which a declaration here would clash with though it comes later.</summary>
    private readonly HashSet<string> inner = new(StringComparer.Ordinal);

    private readonly List<Variable> variables = [];

    public Scope? Outer { get; } = outer;

    public IEnumerable<Variable> Visible => Outer is null ? variables : Outer.Visible.Concat(variables);

    /// <summary>Whether a declaration here may have the name. Blocks side by side may use the same.</summary>
    public bool IsFree(string name)
    {
        if (inner.Contains(name))
            return false;
        for (Scope? scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.own.Contains(name))
                return false;
        }

        return true;
    }

    public void Take(string name)
    {
        own.Add(name);
        for (Scope? scope = Outer; scope is not null; scope = scope.Outer)
            scope.inner.Add(name);
    }

    public void Add(Variable variable) => variables.Add(variable);

    /// <summary>How many variables there are: what came since can be taken out of sight again, their names staying taken.</summary>
    public int Mark() => variables.Count;

    public void Forget(int mark) => variables.RemoveRange(mark, variables.Count - mark);
}
