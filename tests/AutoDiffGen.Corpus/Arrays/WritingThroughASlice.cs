namespace AutoDiffGen.Corpus;

/// <summary>An argument written through a slice of it, and in no other way.</summary>
public static partial class ArrayWritingThroughASlice
{
    [Differentiable, At("random 6"), At("random 4")]
    public static void WrittenThroughASlice(Span<double> a)
    {
        Span<double> inner = a[1..^1];
        for (int i = 0; i < inner.Length; i++)
            inner[i] = inner[i] * a[0] + a[^1];
    }
}
