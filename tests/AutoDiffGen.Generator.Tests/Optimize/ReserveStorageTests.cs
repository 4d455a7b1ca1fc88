using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Optimize;

/// <summary>Room for what loops record, made before they do.</summary>
public class ReserveStorageTests
{
    [Theory]
    [InlineData("for (int i = 0; i < n; i++) x = Math.Sin(x);", "long(n)")]
    [InlineData("for (int i = 2; i <= n; i++) x = Math.Sin(x);", "((long(n) - 2) + 1)")]
    [InlineData("for (int i = 0; i < n; i++) { double y = 0.5; for (int j = 0; j < m; j++) y = Math.Sin(y + x); x *= y; }", "((2 * long(n)) + (Math.Max(long(m), 0) * long(n)))")]
    public void Bounds_tell_how_much_is_recorded(string loops, string count) => Assert.Equal([count], Reserved(loops));

    [Theory]
    [InlineData("while (x > 0.1) x = Math.Sin(x) * 0.5;")]
    [InlineData("for (int i = 0; i < n; i++) { if (x > 2) break; x = Math.Sin(x) + 1; }")]
    [InlineData("for (int i = 0; i < n; i++) x += 2 * i;")]
    public void Otherwise_nothing_is_said(string loops) => Assert.Empty(Reserved(loops));

    private static string[] Reserved(string loops)
    {
        var lowered = new Lowered($"[Differentiable] public static double F(double x, int n, int m) {{ {loops} return x; }}");
        return ReserveStorage.Run(DeadCode.Run(Keep.Run(lowered.Vjp, Plan.Full))).Body.OfType<Reserve>().Select(r => IrText.Of(r.Count)).ToArray();
    }
}
