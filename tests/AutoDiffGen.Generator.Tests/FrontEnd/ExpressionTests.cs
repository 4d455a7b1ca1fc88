using AutoDiffGen.Generator.Tests.Harness;

namespace AutoDiffGen.Generator.Tests.FrontEnd;

public class ExpressionTests
{
    [Fact]
    public void Operators_keep_their_association() => Expect.Ir(
        "[Differentiable] public static double F(double x, double y) => x + y * x - -y / x % 2;",
        """
        double F(double x, double y)
            return ((x + (y * x)) - ((-y / x) % 2d))
        """);
}
