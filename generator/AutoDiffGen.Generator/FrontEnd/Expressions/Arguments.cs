using System.Collections.Immutable;
using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Arguments: evaluated in the order they are written, passed in the order of the parameters; defaults made explicit.
/// <c>F(b: G(x), a: y++, ref z)</c> → <c>t0 = G(x); t1 = y; y = t1 + 1;</c> and the arguments <c>[t1, t0, place z]</c>.
/// </summary>
internal static class Arguments
{
    public static Argument[] Lower(BodyScope scope, ImmutableArray<IArgumentOperation> arguments, int count)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.ArgumentKind is not (ArgumentKind.Explicit or ArgumentKind.DefaultValue) || argument.Parameter is null)
                throw scope.RefuseConstruct(argument.Syntax, "A 'params' argument");
        }

        var places = new Place?[arguments.Length];
        Expr[] values = Operands.InOrder(scope, arguments.Select((a, i) => (Func<Expr>)(() => Evaluate(scope, a, out places[i]))).ToArray());
        var passed = new Argument[count];
        for (int i = 0; i < arguments.Length; i++)
            passed[arguments[i].Parameter!.Ordinal] = places[i] is { } place ? new Argument(null, place) : new Argument(values[i], null);
        return passed;
    }

    private static Expr Evaluate(BodyScope scope, IArgumentOperation argument, out Place? place)
    {
        place = null;
        switch (argument.Parameter!.RefKind)
        {
            case RefKind.None:
                return Values.Lower(scope, argument.Value);
            case RefKind.In:
                place = ReadonlyPlace(scope, argument.Value);
                if (place is not null)
                    return Constants.False;
                // A value is stored before it is passed, so what is written to its origin later does not reach it.
                Expr value = Values.Lower(scope, argument.Value);
                return value is RealConst or InertConst ? value : scope.Capture(value);
            case RefKind.Ref or RefKind.Out:
                place = WrittenPlace(scope, argument.Value);
                return Constants.False;
            default:
                throw scope.RefuseConstruct(argument.Syntax, "A 'ref readonly' argument");
        }
    }

    private static Place? ReadonlyPlace(BodyScope scope, IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => null,
        ILocalReferenceOperation or IParameterReferenceOperation => Places.Lower(scope, value),
        IFieldReferenceOperation field => Fields.Readonly(scope, field),
        _ => null,
    };

    private static Place WrittenPlace(BodyScope scope, IOperation value)
    {
        switch (value)
        {
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: { IsRef: false } local } }:
                return new LocalPlace(scope.NewHoistedLocal(local, scope.TypeOf(local.Type, value.Syntax)));
            case IDiscardOperation:
                return new LocalPlace(scope.NewHoistedTemporary(scope.TypeOf(value.Type, value.Syntax)));
            default:
                return Places.Lower(scope, value);
        }
    }
}
