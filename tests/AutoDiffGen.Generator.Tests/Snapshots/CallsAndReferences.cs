using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Snapshots;

/// <summary>What is generated for calls, rules and parameters by reference.</summary>
public class CallsAndReferences
{
    [Fact]
    public void A_helper_is_inlined() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y) => Square(x) * Square(x + y);

        private static double Square(double v)
        {
            double squared = v * v;
            return squared;
        }
        """);

    [Fact]
    public void A_helper_with_results_by_reference() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double angle, double radius)
        {
            Polar(angle, radius, out double x, out double y);
            return x * y;
        }

        private static void Polar(double angle, double radius, out double x, out double y)
        {
            x = radius * Math.Cos(angle);
            y = radius * Math.Sin(angle);
        }
        """);

    [Fact]
    public void A_rule_of_the_user_is_called() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x) => Softplus(x) * x;

        public static double Softplus(double v) => Math.Log(1 + Math.Exp(v));

        [PartialOf(typeof(Models), nameof(Softplus))]
        internal static double SoftplusPartial(double v, double result) => 1 / (1 + Math.Exp(-v));
        """);

    [Fact]
    public void Sine_and_cosine_together() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x)
        {
            var (s, c) = Math.SinCos(x);
            return s * c;
        }
        """);

    [Fact]
    public void References_in_and_out() => Snapshot.Verify("""
        [Differentiable]
        public static double F(in double x, ref double state, out double energy)
        {
            energy = 0.5 * state * state;
            state = state * x;
            return state + energy;
        }
        """);

    [Fact]
    public void A_procedure_has_only_a_vjp() => Snapshot.Verify("""
        [Differentiable]
        public static void Step(ref double position, ref double velocity, double dt)
        {
            velocity -= Math.Sin(position) * dt;
            position += velocity * dt;
        }
        """);

    [Fact]
    public void Swapped_references() => Snapshot.Verify("""
        [Differentiable]
        public static void Swap(ref double x, ref double y)
        {
            double t = x;
            x = y;
            y = t;
        }
        """);

    [Fact]
    public void Extension_methods_stay() => Snapshot.Verify("""
        [Differentiable]
        public static double Cubed(this double x) => x * x * x;
        """);

    [Fact]
    public void The_lifted_method() => Snapshot.Verify("""
        [Differentiable(Derivatives.All)]
        public static double F(double x, int n)
        {
            double y = n > 0 ? Math.Exp(x) : x;
            return y * y;
        }
        """);
}
