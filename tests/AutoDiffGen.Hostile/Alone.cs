namespace AutoDiffGen.Hostile;

/// <summary>Tests that measure the time of the processor, and so run while no others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
