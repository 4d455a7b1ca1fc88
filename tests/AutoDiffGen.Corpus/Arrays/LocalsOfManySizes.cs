namespace AutoDiffGen.Corpus;

/// <summary>Variables that stand for one local array after the other, of sizes that only the loop or the branch knows.</summary>
public static partial class ArrayLocalsOfManySizes
{
    [Differentiable(Gradient | Lifted), At(0.7, 3), At(0.7, 0)]
    public static double NewInALoop(double x, int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double[] t = new double[i + 2];
            t[0] = s;
            for (int j = 1; j < t.Length; j++)
                t[j] = t[j - 1] * x + j;
            s = Math.Sin(t[t.Length - 1]) + t[0];
        }

        return s;
    }

    // A variable that stood for one array and then for another says how long those of the rounds are.
    [Differentiable, At(0.7, 3), At(0.7, 0)]
    public static double AsLongAsAnother(double x, int n)
    {
        double[] a = [x, x * x], b = new double[a.Length];
        (a, b) = (b, a);
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double[] t = new double[b.Length], u = new double[t.Length];
            t[0] = s + b[1];
            for (int j = 0; j < u.Length; j++)
                u[j] = Math.Sin(t[0] * b[j]) + a[j];
            s += u[0] * u[1];
        }

        return s + b[0];
    }

    [Differentiable, At(0.7, true), At(0.7, false)]
    public static double MadeInABranch(double x, bool large)
    {
        double[] a;
        if (large)
            a = [x, x * x, x * x * x];
        else
            a = [x * 2];
        double s = 0;
        foreach (double y in a)
            s += Math.Sin(y);
        return s;
    }

    [Differentiable, At(0.7, 3)]
    public static double ReassignedLonger(double x, int n)
    {
        double[] a = [x];
        for (int k = 0; k < n; k++)
        {
            double[] longer = new double[a.Length + 1];
            longer[0] = x;
            for (int i = 0; i < a.Length; i++)
                longer[i + 1] = a[i] * x + i;
            a = longer;
        }

        return a[^1] * a[0];
    }
}
