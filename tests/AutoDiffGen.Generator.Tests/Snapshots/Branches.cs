using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.Snapshots;

/// <summary>What is generated for branches.</summary>
public class Branches
{
    [Fact]
    public void A_choice_of_values() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x) => x > 0 ? x : 0.01 * x;
        """);

    [Fact]
    public void Early_returns_are_reversed_on_the_spot() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y)
        {
            if (x > y)
                return x * x;
            if (x < -y)
                return Math.Exp(y);
            double t = x + y;
            return t * Math.Sin(t);
        }
        """);

    [Fact]
    public void A_branch_before_more_code() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y)
        {
            double scale = x;
            if (y > 0)
            {
                double root = Math.Sqrt(y);
                scale = root * x;
            }

            return scale * scale;
        }
        """);

    [Fact]
    public void Two_paths_that_go_on_after_a_return() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y)
        {
            if (x > 0)
            {
                if (y > 0)
                    return x;
                x = x * y;
            }

            return x * x;
        }
        """);

    [Fact]
    public void Guards_stay() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(x);
            if (double.IsNaN(x))
                throw new ArgumentException($"The value {x:F2} is no number.", nameof(x));
            return Math.Sqrt(x);
        }
        """);

    [Fact]
    public void A_switch_statement() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, int kind)
        {
            double y;
            switch (kind)
            {
                case 0:
                    y = Math.Sin(x);
                    break;
                case 1 or 2:
                    y = x * x;
                    break;
                default:
                    return x;
            }

            return y * x;
        }
        """);

    [Fact]
    public void A_switch_expression_with_patterns() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x) => x switch
        {
            < 0 => 0,
            >= 0 and < 1 => x * x * (3 - 2 * x),
            _ => 1,
        };
        """);

    [Fact]
    public void The_larger_of_two() => Snapshot.Verify("""
        [Differentiable]
        public static double F(double x, double y) => Math.Max(x, y) - Math.Abs(y);
        """);
}
