namespace AutoDiffGen.Generator.Lift;

/// <summary>What becomes of the elements of an array or a span that a method is given.</summary>
internal enum BufferUse
{
    /// <summary>They are only read.</summary>
    Read,

    /// <summary>Some of them may be overwritten.</summary>
    Written,

    /// <summary>The array goes where it cannot be followed.</summary>
    Unknown,
}
