using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;

namespace AutoDiffGen.Generator.Transform;

/// <summary>What an operation's adjoint hands to an operand.</summary>
internal readonly record struct Contribution(Place Operand, Expr Value);

/// <summary>
/// The adjoint of one operation: from the adjoint of the result to the contribution of each operand that varies.
/// </summary>
/// <example><code>
/// v = a * b        →        a gets dv * b,  b gets dv * a; nothing where dv is zero, if the other may be infinite and v unused
/// v = a / b        →        a gets dv / b,  b gets -(dv * v / b), both nothing where dv is zero
/// </code></example>
/// <param name="unbounded">What may be infinite, in the reverse sweep.</param>
internal sealed class Contributions(RuleSet rules, Activity activity, Unbounded? unbounded)
{
    /// <param name="operation">An operation on atoms.</param>
    /// <param name="result">The operation's result, as an atom.</param>
    /// <param name="adjoint">The result's adjoint, as an atom.</param>
    /// <param name="mayVanish">Whether the adjoint may be zero because nothing uses the result.</param>
    public IEnumerable<Contribution> Of(Expr operation, Expr result, Expr adjoint, bool mayVanish)
    {
        switch (operation)
        {
            case Read read:
                return To(read, adjoint);
            case Unary { Op: UnaryOp.Negate } negate:
                return To(negate.Operand, Reals.Negative(adjoint));
            case Unary { Op: UnaryOp.Plus } plus:
                return To(plus.Operand, adjoint);
            case Binary binary:
                return OfBinary(binary, result, adjoint, mayVanish);
            case Convert convert:
                return convert.Operand.Type is RealType ? To(convert.Operand, new Convert(adjoint, convert.Operand.Type)) : [];
            case Call call:
                return Enumerable.Range(0, call.Arguments.Count).SelectMany(i =>
                    To(call.Arguments[i], () => Partial(call, i, result, adjoint, mayVanish)));
            case RealConst or StopGradient:
                return [];
            default:
                throw Rewriter.Unknown(operation);
        }
    }

    private IEnumerable<Contribution> OfBinary(Binary binary, Expr result, Expr d, bool mayVanish)
    {
        (Expr a, Expr b) = (binary.Left, binary.Right);
        return binary.Op switch
        {
            BinaryOp.Add => To(a, d).Concat(To(b, d)),
            BinaryOp.Subtract => To(a, d).Concat(To(b, Reals.Negative(d))),
            BinaryOp.Multiply => To(a, Times(b)).Concat(To(b, Times(a))),
            BinaryOp.Divide => To(a, Guarded(d, Reals.Over(d, b), b))
                .Concat(To(b, Guarded(d, Reals.Negative(Reals.Over(Reals.Times(d, result), b)), b))),

            // x % y = x − y·Truncate(x / y), and the truncation is constant almost everywhere.
            BinaryOp.Remainder => To(a, d)
                .Concat(To(b, Guarded(d, Reals.Negative(Reals.Times(d, Truncate(Reals.Over(a, b)))), b))),
            _ => throw new InvalidOperationException($"{binary.Op} of real operands has no adjoint."),
        };

        Expr Times(Expr factor) => mayVanish && unbounded?.Is(factor) == true ? Guard(d, Reals.Times(d, factor)) : Reals.Times(d, factor);
    }

    private Expr? Partial(Call call, int argument, Expr result, Expr d, bool mayVanish)
    {
        if (rules.FindUser(call.Function, argument) is { } user)
        {
            // Nothing is known of a user's partial, so it is guarded.
            var partial = new Call(user.Method, call.Arguments.Append(result).ToEquatableArray());
            return Guard(d, Scale(d, partial)!);
        }

        TableRule rule = rules.FindTable(call.Function, argument)
            ?? throw new InvalidOperationException($"{call.Function.Key} has no rule for argument {argument}.");
        Expr quoted = Quote.Run(rule, call, result);
        Expr? scaled = Scale(d, quoted);
        bool isFinite = Finite.Is(quoted, (result as Read)?.Place.Root(), call.Function.Name)
            && !(mayVanish && unbounded is not null && call.Arguments.Any(unbounded.Is));
        return scaled is null || isFinite ? scaled : Guard(d, scaled);
    }

    /// <summary>
    /// The adjoint times a partial; null where that is zero. Conditions come out of the product and factors 0 and 1 vanish,
    /// so that a branch of a rule that is not taken contributes nothing whatever the adjoint is.
    /// </summary>
    private static Expr? Scale(Expr d, Expr partial)
    {
        if (partial.IsConstant(0.0) || partial.IsConstant(-0.0))
            return null;
        if (partial.IsConstant(1.0))
            return d;
        if (partial.IsConstant(-1.0))
            return Reals.Negative(d);
        if (partial is not Conditional choice)
            return Reals.Times(d, partial);

        Expr? whenTrue = Scale(d, choice.WhenTrue);
        Expr? whenFalse = Scale(d, choice.WhenFalse);
        return whenTrue is null && whenFalse is null
            ? null
            : new Conditional(choice.Condition, whenTrue ?? Reals.Zero(d.Type), whenFalse ?? Reals.Zero(d.Type));
    }

    private static Expr Guarded(Expr d, Expr contribution, Expr divisor) =>
        divisor is RealConst constant && constant.Value != 0.0 ? contribution : Guard(d, contribution);

    /// <summary>Nothing where the adjoint is exactly zero: the partial may be infinite there.</summary>
    private static Expr Guard(Expr d, Expr contribution) => d is RealConst constant && constant.Value != 0.0
        ? contribution
        : new Conditional(new Binary(BinaryOp.Equal, d, Reals.Zero(d.Type), IrType.Bool), Reals.Zero(d.Type), contribution);

    private static Call Truncate(Expr value) => new(
        new FunctionRef(FunctionFamily.Math, "Math", "Truncate", [new ParameterRef("d", value.Type, RefMode.Value)], value.Type), [value]);

    private IEnumerable<Contribution> To(Expr operand, Expr contribution) => To(operand, () => contribution);

    private IEnumerable<Contribution> To(Expr operand, Func<Expr?> contribution) =>
        operand is Read read && operand.Type is RealType && activity.Varies(operand) && contribution() is { } value
            ? [new Contribution(read.Place, value)]
            : [];
}
