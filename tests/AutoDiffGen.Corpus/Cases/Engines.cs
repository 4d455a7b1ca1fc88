namespace AutoDiffGen.Corpus;

/// <summary>Which engines can run which cases, for as long as it is not all of them.</summary>
public static class Engines
{
    /// <summary><see cref="Derivatives.Lifted"/> where arrays are involved, once the tape can follow them.</summary>
    public const Derivatives LiftedWithArrays = Lifted;
}
