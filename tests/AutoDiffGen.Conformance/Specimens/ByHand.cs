namespace AutoDiffGen.Conformance.Specimens;

/// <summary>The checks of the specimens' arguments.</summary>
internal static class ByHand
{
    public static void Length(int actual, int expected, string name)
    {
        if (actual != expected)
            throw new ArgumentException($"It has {actual} entries, not {expected}.", name);
    }

    public static void Apart<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, string name)
    {
        if (a.Overlaps(b))
            throw new ArgumentException("It overlaps.", name);
    }

    public static void Apart(ReadOnlySpan<double> a, ReadOnlySpan<double> b, string name) => Apart<double>(a, b, name);
}
