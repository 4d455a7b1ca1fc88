using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Optimize;

/// <summary>Which elements are loaded again.</summary>
public class SharedLoadsTests
{
    [Theory]
    [InlineData("double s = a[i] * a[i];", 1)]
    [InlineData("double s = a[i + 1] * b[i]; s *= a[i + 1];", 2)]
    [InlineData("double s = a[i]; b[i] = s; s += a[i];", 1)]
    [InlineData("a[i] = x * x; double s = a[i];", 0)]
    [InlineData("double s = a[i]; if (s > 0) s += a[i]; s *= a[i];", 1)]
    [InlineData("double s = a[i]; for (int k = 0; k < 3; k++) s += a[i];", 1)]
    public void Not_what_is_known(string body, int loads) => Assert.Equal(loads, Loads(body));

    [Theory]
    [InlineData("double s = a[i]; a[i + 1] = x; s += a[i];", 2)]
    [InlineData("double s = a[i]; i++; s += a[i];", 2)]
    [InlineData("double s = a[i]; for (int k = 0; k < 3; k++) { s += a[i]; a[k] = x; }", 2)]
    [InlineData("double s = 0; if (x > 0) s = a[i] * x; s += a[i];", 2)]
    [InlineData("Span<double> c = a; double s = a[i]; c[i] = x * s; s += a[i];", 2)]
    [InlineData("Span<double> c = a.AsSpan(1); double s = a[i]; c[i] = x; s += a[i];", 2)]
    public void But_what_may_have_changed(string body, int loads) => Assert.Equal(loads, Loads(body));

    private static int Loads(string body)
    {
        var lowered = new Lowered($"[Differentiable] public static double F(double[] a, double[] b, double x, int i) {{ {body} return s; }}");
        return SharedLoads.Run(lowered.Normal).Body.All().Count(s => s is Let { Value: Read { Place: ElementPlace } });
    }
}
