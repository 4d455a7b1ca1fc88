namespace AutoDiffGen.Benchmarks.Measuring;

/// <summary>Data for the programs, the same in each run.</summary>
/// <param name="seed">Where the random numbers start.</param>
internal sealed class Sample(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Numbers spread evenly over an interval.</summary>
    /// <param name="length">How many.</param>
    /// <param name="from">The lower end.</param>
    /// <param name="to">The upper end.</param>
    public double[] Uniform(int length, double from, double to)
    {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++)
            numbers[i] = from + ((to - from) * _random.NextDouble());
        return numbers;
    }

    /// <summary>Whole numbers from zero.</summary>
    /// <param name="length">How many.</param>
    /// <param name="below">What they are below.</param>
    public int[] Labels(int length, int below)
    {
        int[] labels = new int[length];
        for (int i = 0; i < length; i++)
            labels[i] = _random.Next(below);
        return labels;
    }
}
