namespace AutoDiffGen.Corpus;

/// <summary>A <c>ref</c> local that comes to stand for another entry.</summary>
public static partial class AliasingRefReassigned
{
    [Differentiable, At("random 4"), At("[0.5]")]
    public static double Reassigned(double[] a)
    {
        ref double largest = ref a[0];
        for (int i = 1; i < a.Length; i++)
        {
            if (a[i] > largest)
                largest = ref a[i];
        }

        largest *= 3;
        double s = 0;
        foreach (double x in a)
            s += x * x;
        return s;
    }
}
