namespace AutoDiffGen.Corpus;

/// <summary>Lookups in a table of rows.</summary>
public static partial class Embeddings
{
    [Differentiable, At("random 4", "random 3x2", "[1, 2, 0]", 0.1)]
    public static double EmbeddingLookup(double[] scale, double[][] table, int[] words, double x)
    {
        Span<double> sum = stackalloc double[2];
        foreach (int word in words)
        {
            for (int j = 0; j < 2; j++)
                sum[j] += table[word][j] * scale[j];
        }

        return Math.Tanh(sum[0] * x) + sum[1] * sum[1] * scale[3] + scale[2];
    }
}
