namespace AutoDiffGen.Corpus;

/// <summary>An enum for the cases that branch on one.</summary>
public enum Curve
{
    Linear,
    Square,
    Wave,
    Decay = 10,
}
