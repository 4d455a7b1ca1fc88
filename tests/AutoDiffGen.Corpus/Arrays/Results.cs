namespace AutoDiffGen.Corpus;

/// <summary>Methods whose result is an array: they have a <c>_Vjp</c>.</summary>
public static partial class ArrayResults
{
    private static readonly double[] Table = [1, -2, 3];

    [Differentiable(Gradient | Lifted), At("[1, -2, 3]"), At("[]")]
    public static double[] Squares(double[] a)
    {
        double[] result = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
            result[i] = a[i] * a[i];
        return result;
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.2)]
    public static double[] Polar(double radius, double angle) => [radius * Math.Cos(angle), radius * Math.Sin(angle)];

    [Differentiable, At(0.7f, 1.2f)]
    public static float[] PolarInSinglePrecision(float radius, float angle) => [radius * MathF.Cos(angle), radius * MathF.Sin(angle)];

    [Differentiable(Gradient | Lifted), At(0.7, 4), At(0.7, 0)]
    public static double[] Powers(double x, int n)
    {
        var powers = new double[n];
        double p = 1;
        for (int i = 0; i < n; i++)
        {
            powers[i] = p;
            p *= x;
        }

        return powers;
    }

    [Differentiable(Gradient | Lifted), At("random 3", 0.7)]
    public static double[] TheArgumentItself(double[] a, double x)
    {
        a[1] = a[0] * x;
        return a;
    }

    // The adjoints of the result come on top of those of the final content.
    [Differentiable(Gradient | Lifted), At("random 3"), At("[]")]
    public static double[] NothingDone(double[] a) => a;

    [Differentiable(Gradient | Lifted), At("[1, 2]", "[3, 4]", 1.5), At("[5, 2]", "[3, 4]", 0.5), At("[1, 2]", "[3, 4, 5]", 0.5)]
    public static double[] OneOfThree(double[] a, double[] b, double x)
    {
        if (x > 1)
            return a;
        b[0] *= x;
        if (a[0] < b[0])
            return b;
        var r = new double[4];
        r[2] = x * a[1];
        return r;
    }

    // What is added up by reference has its adjoint on entry, and is reversed in the same pass.
    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7, 2.0, "[4, 5]"), At("[1, 2, 3]", 1.7, 2.0, "[4, 5]")]
    public static double[] BesideOtherResults(double[] a, double x, ref double y, out double z, [NoGrad] double[] c)
    {
        for (int i = 0; i < a.Length; i++)
            y += a[i] * a[i];
        z = y * x;
        double[] r = a;
        if (x > 1)
        {
            c[0] = x * x * c[1];
            r = c;
        }

        return r;
    }

    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7), At("[1, 2, 3]", 1.7), At("[1, 2, 3]", 2.7)]
    public static double[] OfHelpers(double[] a, double x)
    {
        double[] p = Chosen(a, x), q = Chosen(a, x * 0.5);
        var r = new double[p.Length + q.Length];
        p.CopyTo(r, 0);
        q.CopyTo(r, p.Length);
        for (int k = 0; k < r.Length; k++)
            r[k] = Math.Exp(r[k]);
        return r;
    }

    [Differentiable(Gradient | Lifted), At("[1, 2]", "[0.5, -1]", 0), At("[1, 2]", "[0.5, -1]", 1), At("[1, 2]", "[0.5, -1]", 4)]
    public static double[] Swapped(double[] a, double[] b, int n)
    {
        for (int t = 0; t < n; t++)
        {
            for (int i = 0; i < a.Length; i++)
                b[i] += a[i] * a[i] * 0.5;
            (a, b) = (b, a);
        }

        return a;
    }

    // Each round has an array of a length of its own; the last one is returned.
    [Differentiable(Gradient | Lifted), At("random 4", 0.7, 4), At("random 4", 0.7, 0)]
    public static double[] TheLastOne(double[] a, double x, int n)
    {
        double[] last = new double[2];
        for (int i = 1; i < n; i++)
        {
            var next = new double[i];
            for (int j = 0; j < i; j++)
                next[j] = a[j] * x + (j < last.Length ? last[j] : 1);
            last = next;
        }

        return last;
    }

    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7), Throws(typeof(ArgumentException), "[1, 2, 3]", -0.7)]
    public static double[] AllButTheFirst(double[] a, double x)
    {
        if (x < 0)
            throw new ArgumentException("A negative number.", nameof(x));
        double[] rest = a[1..];
        rest[0] *= x;
        return rest;
    }

    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7)]
    public static double[] TimesATable(double[] a, double x)
    {
        double[] products = [.. Table];
        for (int i = 0; i < products.Length; i++)
            products[i] *= a[i] * x;
        return products;
    }

    [Differentiable, At("[1, 2, 3]", 0.7), At("[1, 2, 3]", 1.7)]
    public static double[] ATableOrNot(double[] a, double x)
    {
        if (x > 1)
            return Table;
        return [a[0] * x, Table[1]];
    }

    // Two of three ways out of the switch have no array yet.
    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7, 1), At("[1, 2, 3]", 0.7, 2), At("[1, 2, 3]", 0.7, 3)]
    public static double[] NoneYetAfterASwitch(double[] a, double x, int k)
    {
        switch (k)
        {
            case 1:
                break;
            case 2:
                break;
            default:
                return [a[0], x];
        }

        return [x + a[1], k > 1 ? a[2] : a[0], 1];
    }

    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7, 1), At("[1, 2, 3]", 0.7, 3)]
    public static double NoMatrixYetAfterASwitch(double[] a, double x, int k)
    {
        double[,] m = Sides(a, x, k);
        return m[0, 0] * m[0, 1];
    }

    // The names that the derivative would give.
    [Differentiable(Gradient | Lifted), At("[1, 2, 3]", 0.7, 1.5, -2.0)]
    public static double[] TakenNames(double[] seed, double i, double sum, double count)
    {
        double seed_ = i * sum;
        seed[1] *= count;
        return [seed_, seed[0], seed[1]];
    }

    private static double[,] Sides(double[] a, double x, int k)
    {
        switch (k)
        {
            case 1:
                break;
            case 2:
                break;
            default:
                return new double[,] { { a[0] * x, x } };
        }

        return new double[,] { { x * x, k > 1 ? a[2] : a[0] * a[1], 1 } };
    }

    private static double[] Chosen(double[] a, double x) => x > 1 ? a : [x, a[0], x * x];
}
