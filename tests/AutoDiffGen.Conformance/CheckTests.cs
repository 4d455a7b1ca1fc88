using AutoDiffGen.Conformance.Cases;
using AutoDiffGen.Conformance.Checks;
using AutoDiffGen.Conformance.Specimens;
using Xunit;

namespace AutoDiffGen.Conformance;

/// <summary>The checks themselves: each passes what is right, and fails what is flawed with a message that says how.</summary>
public class CheckTests
{
    private static readonly Point Somewhere = new([1.5, 0.7], null, 0, null);

    [Fact]
    public void What_is_right_passes_every_check()
    {
        Subject product = Product(typeof(Right));
        Passes(product, Somewhere);
        AgreementCheck.Run(product, product, Somewhere);
    }

    [Fact]
    public void Every_way_of_passing_is_understood()
    {
        var subject = new Subject(typeof(RightByRef).GetMethod(nameof(RightByRef.Step))!, "specimen");
        Passes(subject, new([1.5, 0.7, 0.3, 2.0, 4], null, 0, null));
        ExceptionCheck.Run(subject, new([-1.5, 0.7, 0.3, 2.0, 4], null, 0, typeof(ArgumentOutOfRangeException)));
        Assert.Equal(["result", "state", "change"], subject.Outputs.Select(o => o.Name));
        Assert.Equal(["x", "state", "rate"], subject.Inputs.Select(r => r.Name));
    }

    [Fact]
    public void A_wrong_sign_is_seen_in_either_member() => Fails(
        () => DerivativeCheck.Run(Product(typeof(WrongSign)), Somewhere),
        "_Grad, result by y: expected 2.25", "actual -2.25", "_Vjp, result by x: expected 2.", "actual -2.");

    [Fact]
    public void Differences_see_a_relative_error_of_a_hundred_millionth() => Fails(
        () => DerivativeCheck.Run(Product(typeof(SlightlyOff)), Somewhere), "_Grad, result by x", "(differences)");

    [Fact]
    public void Engines_that_differ_do_not_agree() => Fails(
        () => AgreementCheck.Run(Product(typeof(WrongSign)), Product(typeof(Right)), Somewhere),
        "result by x, optimised _Vjp", "result by y, optimised _Grad");

    [Fact]
    public void Differences_too_coarse_are_no_agreement() => Fails(
        () => DerivativeCheck.Run(new(typeof(ZeroTimesInfinity).GetMethod(nameof(ZeroTimesInfinity.Root))!, "specimen"), new([0.0], null, 0, null)),
        "differences do not apply here");

    [Fact]
    public void A_gradient_given_is_compared() => Fails(
        () => DerivativeCheck.Run(Product(typeof(Right)), Somewhere with { Gradient = [2.1000001, 2.25], Tolerance = 1e-12 }),
        "_Grad, result by x: expected 2.1000001 (given)", "_Vjp, result by x");

    [Fact]
    public void The_last_bit_is_seen() => Fails(() => ValueCheck.Run(Product(typeof(WrongLastBit)), Somewhere), "the value of _Grad");

    [Fact]
    public void Content_not_left_as_the_method_leaves_it_is_seen() => Fails(
        () => ValueCheck.Run(new(typeof(RestoresContent).GetMethod(nameof(RestoresContent.Scale))!, "specimen"), Somewhere),
        "what _Grad leaves in state", "what _Vjp leaves in state");

    [Fact]
    public void Overwriting_is_seen() => Fails(() => AccumulationCheck.Run(Product(typeof(Overwrites)), Somewhere), "the derivative by x");

    [Fact]
    public void A_seed_ignored_is_seen() => Fails(
        () => AccumulationCheck.Run(Product(typeof(IgnoresSeed)), Somewhere), "the derivative by x from", "the derivative by y, seeds zero");

    [Fact]
    public void Zero_times_infinity_is_seen() => Fails(
        () => AccumulationCheck.Run(new(typeof(ZeroTimesInfinity).GetMethod(nameof(ZeroTimesInfinity.Root))!, "specimen"), new([0.0], null, 0, null)),
        "the derivative by x, seeds zero", "NaN");

    [Fact]
    public void By_ref_data_must_follow_its_own_rules() => Fails(
        () => DerivativeCheck.Run(new(typeof(RefAsValue).GetMethod(nameof(RefAsValue.Scale))!, "specimen"), Somewhere),
        "_Vjp, state by state: expected ", "actual 2.5");

    [Fact]
    public void An_out_seed_must_be_spent() => Fails(
        () => AccumulationCheck.Run(new(typeof(RefAsValue).GetMethod(nameof(RefAsValue.Scale))!, "specimen"), Somewhere),
        "the derivative by twice, seeds");

    [Fact]
    public void A_rare_allocation_is_seen() => Fails(() => AllocationCheck.Run(Product(typeof(Allocates)), Somewhere), "_Grad allocated");

    [Fact]
    public void State_between_calls_is_seen() => Fails(
        () => DeterminismCheck.Run(Product(typeof(Remembers)), Somewhere, [new([2.5, 0.7], null, 0, null)]), "_Grad, entry");

    [Fact]
    public void A_parameters_name_is_compared() => Fails(
        () => SignatureCheck.Run(Product(typeof(WrongName))),
        "expected public static double Product_Grad(double x, double y, out double dx, out double dy)", "actual   public static double Product_Grad(double x, double y, out double dX, out double dy)");

    [Fact]
    public void Accessibility_is_compared() => Fails(() => SignatureCheck.Run(Product(typeof(KeepsDefault))), "actual   internal static double Product_Grad");

    [Fact]
    public void A_missing_member_is_told() => Fails(
        () => SignatureCheck.Run(Product(typeof(MissingVjp))),
        "has no member", "Product_Vjp(double x, double y, double seed, ref double dx, ref double dy)", "none of that name");

    [Fact]
    public void Another_exception_or_none_is_seen() => Fails(
        () => ExceptionCheck.Run(
            new(typeof(WrongException).GetMethod(nameof(WrongException.Root))!, "specimen"), new([-1.0], null, 0, typeof(ArgumentException))),
        "_Grad: expected ArgumentException \"negative\", actual ArgumentException \"Negative\"", "_Vjp: expected ArgumentException \"negative\", actual no exception");

    private static Subject Product(Type specimen) => new(specimen.GetMethod(nameof(Right.Product))!, "specimen");

    private static void Passes(Subject subject, Point point)
    {
        SignatureCheck.Run(subject);
        ValueCheck.Run(subject, point);
        DerivativeCheck.Run(subject, point);
        AccumulationCheck.Run(subject, point);
        AllocationCheck.Run(subject, point);
        DeterminismCheck.Run(subject, point, [point]);
    }

    private static void Fails(Action check, params string[] messages)
    {
        var exception = Assert.Throws<ConformanceException>(check);
        Assert.All(messages, m => Assert.Contains(m, exception.Message));
    }
}
