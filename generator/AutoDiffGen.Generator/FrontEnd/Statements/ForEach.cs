using AutoDiffGen.Generator.FrontEnd.Expressions;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Statements;

/// <summary>
/// <c>foreach</c> over arrays and spans, by index: <c>foreach (double v in a) …</c> →
/// <c>i = 0; Labelled loop0 { Loop { If (!(i &lt; a.Length)) Exit loop0; Declare v = a[i]; …; i = i + 1 } }</c>.
/// </summary>
internal static class ForEach
{
    public static void Lower(BodyScope scope, IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection;
        while (collection is IConversionOperation { IsImplicit: true } conversion && !(Types.IsStorage(conversion.Type) && !conversion.Conversion.IsIdentity))
            collection = conversion.Operand;
        if (loop.IsAsynchronous || !Types.IsStorage(collection.Type) || loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var local })
            throw scope.RefuseConstruct(loop);
        Place storage = Storages.Captured(scope, Values.Lower(scope, collection));

        string label = scope.NewLabel("loop");
        string next = label + ".next";
        scope.JumpTargets.Add(loop.ExitLabel, label);
        scope.JumpTargets.Add(loop.ContinueLabel, next);
        if (storage.Type is ArrayType { Rank: 2 })
        {
            Count(scope, label, Storages.LengthOf(storage, 0), i =>
                Count(scope, scope.NewLabel("loop"), Storages.LengthOf(storage, 1), j => Round(scope, loop, local, Storages.Element(storage, i, j), next)));
        }
        else
        {
            Count(scope, label, Storages.LengthOf(storage), i => Round(scope, loop, local, Storages.Element(storage, i), next));
        }
    }

    private static void Count(BodyScope scope, string label, Expr length, Action<Expr> round)
    {
        Var index = scope.NewIndex();
        scope.Emit(new Declare(index, Elements.Zero));
        scope.Emit(new Labelled(label, [Storages.Round(scope, label, new Binary(BinaryOp.Less, index.Read, length, IrType.Bool), () =>
        {
            round(index.Read);
            Storages.Step(scope, index, BinaryOp.Add);
        })]));
    }

    private static void Round(BodyScope scope, IForEachLoopOperation loop, ILocalSymbol local, ElementPlace element, string next)
    {
        if (local.IsRef)
        {
            scope.TypeOf(local.Type, loop.LoopControlVariable.Syntax);
            scope.Refer(local, element);
        }
        else
        {
            IrType type = scope.TypeOf(local.Type, loop.LoopControlVariable.Syntax);
            scope.Emit(new Declare(scope.NewLocal(local, type), Converted(scope, loop, new Read(element), type)));
        }

        List<Stmt> body = scope.Collect(() => Blocks.Lower(scope, loop.Body));
        if (Jumps.Mentions(body, next))
            scope.Emit(new Labelled(next, body.ToEquatableArray()));
        else
            scope.Emit(body);
    }

    // What an element is converted to without being asked: a real number. The rest the loop may do in a statement of its own.
    private static Expr Converted(BodyScope scope, IForEachLoopOperation loop, Expr element, IrType type)
    {
        if (element.Type == type || (Types.IsString(type) && Types.IsString(element.Type)))
            return element;
        if (type is not RealType || !Conversions.IsNumberLike(element.Type))
            throw scope.RefuseConstruct(loop.Syntax, "A 'foreach' loop that converts its elements");
        return Conversions.To(element, type, isChecked: false);
    }
}
