using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Snapshots;

/// <summary>What is generated for code without branches, as a reader would see it.</summary>
public class StraightLine
{
    [Fact]
    public void Sine_and_product() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y) => Math.Sin(x) * y;
        """);

    [Fact]
    public void Linear_needs_no_forward_sweep() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y) => 3 * x - y / 4 + 1;
        """);

    [Fact]
    public void Division_is_guarded() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y) => x / y;
        """);

    [Fact]
    public void Square_root_of_a_sum() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y) => Math.Sqrt(x * x + y * y);
        """);

    [Fact]
    public void Locals_keep_their_names() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y)
        {
            double sum = x + y;
            double product = x * y;
            return sum / product;
        }
        """);

    [Fact]
    public void Reassigned_locals_get_versions() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x)
        {
            double y = Math.Exp(x);
            y *= y + x;
            y = Math.Log(y);
            return y;
        }
        """);

    [Fact]
    public void Side_effects_in_order() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x)
        {
            double y = x;
            return y++ * (y = Math.Tanh(y)) - --y;
        }
        """);

    [Fact]
    public void A_result_is_used_by_its_rule() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x) => Math.Exp(-x * x);
        """);

    [Fact]
    public void Powers() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double p) => Math.Pow(x, 3) + Math.Pow(x, p);
        """);

    [Fact]
    public void Named_constants() => Snapshot.Verify("""
        private const double Rate = 0.25;
        private static readonly double Offset = Math.Sqrt(2);

        [Differentiable]
        public static double F(double radius) => Math.PI * radius * radius * Rate + Offset * radius;
        """);

    [Fact]
    public void Single_precision() => Snapshot.Verify("""
        [Differentiable]
        public static float F(float x, float y) => MathF.Exp(x) * 0.1f / y;
        """);

    [Fact]
    public void Mixed_precision() => Snapshot.Verify("""
        [Differentiable]
        public static float F(float x, double y) => (float)(Math.Sin(x) * y) * x;
        """);

    [Fact]
    public void Integers_are_constants() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, int n) => n / 2 * x + (int)x * x;
        """);

    [Fact]
    public void NoGrad_parameters_and_stopped_gradients() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, [NoGrad] double scale) => scale * x + Ad.StopGradient(x * x) * x;
        """);

    [Fact]
    public void Taken_names() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double dx, double @class)
        {
            double dClass = x * dx;
            return dClass * @class;
        }
        """);

    [Fact]
    public void Nothing_of_one_parameter() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double unused) => x * Math.Floor(x);
        """);
}
