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
            // The array of `params` arguments is an operation of its own.
            bool isKnown = argument.ArgumentKind is ArgumentKind.Explicit or ArgumentKind.DefaultValue
                || (argument.ArgumentKind == ArgumentKind.ParamArray && Types.IsStorage(argument.Value.Type));
            if (!isKnown || argument.Parameter is null)
                throw scope.RefuseConstruct(argument.Syntax, "A 'params' argument");
        }

        var places = new Place?[arguments.Length];
        var values = new Expr[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            Fragment value = scope.Isolate(() => Evaluate(scope, arguments[i], out places[i]));
            for (int j = 0; j < i; j++)
            {
                values[j] = Operands.Keep(scope, values[j], value.Steps);
                places[j] = places[j] is { } earlier ? Places.Keep(scope, earlier, value.Steps) : null;
            }

            scope.Emit(value.Steps);
            values[i] = value.Value;
        }

        // An element stays the same one, whatever the method does with the variable that was its index.
        var written = new HashSet<Var>(places.OfType<LocalPlace>().Select(p => p.Var));
        for (int i = 0; i < places.Length; i++)
            places[i] = places[i] is { } place ? Places.Fixed(scope, place, written.Contains) : null;
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
            case RefKind.In when Types.IsStorage(argument.Parameter.Type):
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
        ILocalReferenceOperation or IParameterReferenceOperation => Whole(scope, Places.Lower(scope, value), value.Syntax),
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or IImplicitIndexerReferenceOperation =>
            Whole(scope, Places.Lower(scope, value), value.Syntax),
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
                return Whole(scope, Places.Target(scope, value), value.Syntax);
        }
    }

    private static Place Whole(BodyScope scope, Place place, SyntaxNode at) => place is Places.ConditionalPlace
        ? throw scope.RefuseConstruct(at, "A 'ref' conditional passed by reference")
        : place;
}
