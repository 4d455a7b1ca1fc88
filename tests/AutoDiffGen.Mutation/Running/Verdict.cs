namespace AutoDiffGen.Mutation.Running;

internal enum Fate
{
    /// <summary>A test failed, or the tests' own code no longer compiles on what the mutated generator wrote.</summary>
    Killed,

    /// <summary>No test noticed.</summary>
    Survived,

    /// <summary>The mutated code does not compile: it proves nothing.</summary>
    Invalid,

    /// <summary>Compiles; its tests were not run.</summary>
    Compiles,
}

/// <summary>What became of a mutant, and by what.</summary>
internal sealed record Verdict(Fate Fate, string By);
