using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Hostile.Library;

/// <summary>What became of a method.</summary>
internal enum Fate
{
    /// <summary>Derivatives were compared with differences, and are right.</summary>
    Right,

    /// <summary>No arguments were found at which there is something to compare.</summary>
    NotCompared,
    Refused,

    /// <summary>A derivative or a value is not what it should be.</summary>
    Wrong,

    /// <summary>
    /// A derivative differs, but not nearby: the point is special to the method, as 1 is where it begins with <c>if (x == 1) return 0;</c>.
    /// </summary>
    OnlyThere,

    /// <summary>A derivative differs where it changes by as much when the arguments are moved by a rounding error.</summary>
    IllConditioned,

    /// <summary>A derivative is infinite or no number where differences are neither.</summary>
    NotFinite,

    /// <summary>A derivative throws where the method does not, or something else than the method.</summary>
    Throws,
    Allocates,

    /// <summary>The method itself, or its derivative, does not end.</summary>
    Hangs,

    /// <summary>The generator throws, or takes longer than it may.</summary>
    GeneratorFails,
    DoesNotCompile,
}

/// <summary>A static method of the library, and what became of it.</summary>
internal sealed class LibraryMethod(string name, IMethodSymbol symbol)
{
    /// <summary>With its types, and so unique.</summary>
    public string Name { get; } = name;

    public IMethodSymbol Symbol { get; } = symbol;

    /// <summary>What the generator writes, with the optimiser and without it.</summary>
    public (string Optimized, string Unoptimized)? Generated { get; set; }

    public Fate Fate { get; set; } = Fate.NotCompared;

    /// <summary>Why: the errors of the generator or compiler, or what is wrong at which point.</summary>
    public List<string> Reasons { get; } = [];

    /// <summary>How many derivatives agree with differences.</summary>
    public int Compared { get; set; }

    /// <summary>How many points the method was called at.</summary>
    public int Points { get; set; }

    public TimeSpan Time { get; set; }

    public void Fail(Fate fate, string reason)
    {
        Fate = fate;
        Reasons.Add(reason);
    }
}
