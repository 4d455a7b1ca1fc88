namespace AutoDiffGen.Conformance.Cases;

/// <summary>How a parameter is passed.</summary>
internal enum Passing
{
    Value,
    In,
    Ref,
    RefReadOnly,
    Out,
}
