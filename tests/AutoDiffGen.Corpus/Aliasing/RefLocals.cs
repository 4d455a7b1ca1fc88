namespace AutoDiffGen.Corpus;

/// <summary><c>ref</c> locals and <c>ref</c> conditionals: a name for a variable or an entry, chosen once.</summary>
public static partial class AliasingRefLocals
{
    [Differentiable(Gradient | Lifted), At(0.7, 1.2)]
    public static double ToAScalar(double x, double y)
    {
        double t = x * y;
        ref double alias = ref t;
        alias *= x;
        t += y;
        return alias * t;
    }

    [Differentiable, At("random 4", 2), At("random 4", 0)]
    public static double ToAnEntry(double[] a, int i)
    {
        ref double entry = ref a[i];
        entry = entry * a[1];
        i = 3;
        entry += a[i];
        return entry * a[0] + a[2];
    }

    [Differentiable, At("random 4")]
    public static double InALoop(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            ref double entry = ref a[i];
            entry = Math.Sin(entry) + 0.5 * s;
            s += entry;
        }

        return s * a[1];
    }

    [Differentiable(Gradient | Lifted), At(0.7, 1.2), At(1.2, 0.7)]
    public static double ConditionalOnScalars(double x, double y)
    {
        double a = x, b = y;
        ref double larger = ref a > b ? ref a : ref b;
        larger *= 2;
        a *= a;
        return a * b + larger;
    }

    [Differentiable, At("random 3", "random 3", true), At("random 3", "random 3", false)]
    public static double ConditionalOnEntries(double[] a, double[] b, bool first)
    {
        ref double chosen = ref first ? ref a[1] : ref b[2];
        chosen = chosen * a[0] + b[0];
        return a[1] * b[2] * chosen;
    }

    [Differentiable, At("random 3", true), At("random 3", false)]
    public static double ConditionalAsTarget(double[] a, bool first)
    {
        (first ? ref a[0] : ref a[1]) *= a[2];
        return a[0] - 2 * a[1] + a[2];
    }

    [Differentiable, At("random 3")]
    public static double TwoAliasesOfOneEntry(double[] a)
    {
        ref double p = ref a[1];
        ref double q = ref a[1];
        p *= a[0];
        q += a[2];
        p *= q;
        return a[1] + p * q;
    }

    [Differentiable(Gradient | Lifted), At("random 3")]
    public static double ReadOnlyAlias(double[] a)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            ref readonly double x = ref a[i];
            s += x * x * x;
        }

        return s;
    }

    [Differentiable, At("random 2x2")]
    public static double ToAMatrixEntry(double[,] m)
    {
        ref double corner = ref m[1, 1];
        corner *= m[0, 1];
        m[0, 0] *= corner;
        return m[0, 0] + corner * m[1, 0];
    }

    [Differentiable, At("random 4", 0.7)]
    public static double RefOfARefParameter(double[] a, ref double x)
    {
        ref double alias = ref x;
        for (int i = 0; i < a.Length; i++)
            alias = Math.Sin(alias + a[i]);
        return x * alias;
    }
}
