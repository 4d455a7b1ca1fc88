using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Optimize;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Tests.Optimize;

/// <summary>Sums of all rounds for one element, in a variable.</summary>
public class ScalarSumsTests
{
    [Fact]
    public void What_all_rounds_add_to_one_element_is_added_once()
    {
        const string Members = """
            [Differentiable]
            public static void F(Span<double> result, ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
            {
                for (int i = 0; i < n; i++)
                    result[i] = a[0] * b[i];
            }
            """;
        For loop = Assert.Single(Reversed(Members));
        Assert.Contains(loop.Body, s => s is Assign { Target: LocalPlace { Var.Name: "sum" } });
        Assert.DoesNotContain(loop.Body, s => s is Assign { Target: ElementPlace { Array: LocalPlace { Var.Name: "da" } } });
    }

    [Fact]
    public void An_element_of_each_round_s_own_is_added_there()
    {
        const string Members = """
            [Differentiable]
            public static void F(Span<double> result, ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
            {
                for (int i = 0; i < n; i++)
                    result[i] = a[n - i] * b[i];
            }
            """;
        For loop = Assert.Single(Reversed(Members));
        Assert.DoesNotContain(loop.Body, s => s is Assign { Target: LocalPlace { Var.Name: "sum" } });
    }

    private static For[] Reversed(string members) => ScalarSums.Run(DeadCode.Run(Keep.Run(new Lowered(members).Vjp, Plan.Full))).Body
        .OfType<For>().Where(f => f.Origin?.Sweep == Sweep.Reverse).ToArray();
}
