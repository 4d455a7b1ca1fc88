using System.Reflection;
using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.BackEnd;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using AutoDiffGen.Generator.Rules;
using AutoDiffGen.Generator.Tests.Harness;
using AutoDiffGen.Generator.Transform;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Tests.Transform;

/// <summary>
/// The sweeps on places that are overwritten, before any C# construct lowers to them: an element that is read, overwritten and read
/// again, through an index that is computed.
/// </summary>
public class PlaceTests
{
    private static readonly Var A = new("a", new ArrayType(IrType.Double, 1), VarRole.Parameter);
    private static readonly Var I = new("i", IrType.Int32, VarRole.Parameter);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Elements_overwritten_in_place_are_reversed(int index)
    {
        // a[i] = a[0] * a[1]; a[1] = a[i] * a[i]; return a[0] * a[1] + a[i];
        Function function = Normalize.Run(new Function("F", [new Parameter(A, RefMode.Value, true), new Parameter(I, RefMode.Value, false)], IrType.Double,
        [
            new Assign(Element(I.Read), Reals.Times(At(0), At(1))),
            new Assign(Element(Int(1)), Reals.Times(new Read(Element(I.Read)), new Read(Element(I.Read)))),
            new Return(Reals.Plus(Reals.Times(At(0), At(1)), new Read(Element(I.Read)))),
        ]));

        double[] a = [0.7, 1.3];
        double[] gradient = new double[2];
        Run(function).Invoke(null, [(double[])a.Clone(), index, gradient]);
        for (int k = 0; k < 2; k++)
        {
            double expected = Differences.Derivative(
                v =>
                {
                    double[] moved = (double[])a.Clone();
                    moved[k] = v;
                    return Value(moved, index);
                },
                a[k]).Derivative;
            Assert.Equal(expected, gradient[k], 1e-8);
        }
    }

    private static double Value(double[] a, int i)
    {
        a[i] = a[0] * a[1];
        a[1] = a[i] * a[i];
        return (a[0] * a[1]) + a[i];
    }

    private static MethodInfo Run(Function function)
    {
        var da = new Var("da", A.Type, VarRole.Parameter);
        List<Stmt> body = function.Body.ToList();
        var ret = (Return)body[^1];
        body.RemoveAt(body.Count - 1);
        Reverse.Result reversed = Reverse.Run(
            body, [A], [new KeyValuePair<Var, Expr>(((LocalPlace)((Read)ret.Value!).Place).Var, Reals.Constant(1.0, IrType.Double))],
            new Dictionary<Var, Place> { [A] = new LocalPlace(da) }, Activity.Of(function), new RuleSet([], []), new Names([.. function.Names(), "da"]));

        var whole = new Function("F_Reverse", [.. function.Parameters, new Parameter(da, RefMode.Value, true)], IrType.Double, [.. reversed.Body, ret]);
        var model = new MethodModel(
            "F", new TypeScope("", ["static partial class Models"], "global::Models"), "public", "F", new LocationInfo("", default, default),
            DerivativeSet.Gradient, function, [], [], null, false);
        string text = FilePrinter.Print(model, [new Member(whole, "", "", [], null)]);
        return CompositionTests.Load(Compile.Of(text), text).GetType("Models")!.GetMethod("F_Reverse")!;
    }

    private static ElementPlace Element(Expr index) => new(new LocalPlace(A), [index], IrType.Double);

    private static Read At(int index) => new(Element(Int(index)));

    private static InertConst Int(int value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture), IrType.Int32);
}
