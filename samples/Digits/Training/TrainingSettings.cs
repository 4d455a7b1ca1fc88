namespace Digits.Training;

/// <summary>What the network and its training are like.</summary>
internal sealed record TrainingSettings
{
    /// <summary>The units between the pixels and the digits.</summary>
    public int Hidden { get; init; } = 256;

    /// <summary>How often all images are gone through.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>How many images a step is made of.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>How far a step goes at first; it falls to 0 along half a wave of the cosine.</summary>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>How strongly parameters are drawn to 0.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Where randomness starts: the same seed gives the same network.</summary>
    public int Seed { get; init; } = 1;
}
