using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>Calls of the library's functions on whole arrays and spans.</summary>
internal static class Buffers
{
    /// <summary>Sets every element to zero.</summary>
    public static Effect Clear(Var buffer) => Of("Clear", buffer);

    /// <summary>Copies every element of the first to the second.</summary>
    public static Effect Copy(Var from, Var to) => Of("Copy", from, to);

    /// <summary>
    /// The number of elements; of an array of arrays, of all its rows. 0 of an array that is null: the method need not come to where it would
    /// say so itself.
    /// </summary>
    /// <param name="before">What the method has run by then, so that arrays it has used are there.</param>
    public static Expr Count(Var buffer, IEnumerable<Stmt> before) => buffer.Type is ArrayType { Element: ArrayType }
        ? new Call(
            new FunctionRef(FunctionFamily.Other, "global::AutoDiffGen.Runtime.Buffers", "Count", [new ParameterRef("rows", buffer.Type, RefMode.Value)], IrType.Int32),
            [buffer.Read])
        : new Length(buffer.Read, OrNone: buffer.Type is ArrayType && !Dereferenced.By(before).Contains(buffer));

    /// <summary>The number of elements in all rows before one.</summary>
    public static Expr Start(Var rows, Expr row) => new Call(
        new FunctionRef(
            FunctionFamily.Other, "global::AutoDiffGen.Runtime.Buffers", "Start",
            [new ParameterRef("rows", rows.Type, RefMode.Value), new ParameterRef("row", IrType.Int32, RefMode.Value)], IrType.Int32),
        [rows.Read, row]);

    private static Effect Of(string name, params Var[] arguments) => new(
        new Call(
            new FunctionRef(FunctionFamily.Other, "global::AutoDiffGen.Runtime.Buffers", $"{name}<{arguments[0].Type.Content().CSharp}>",
                arguments.Select(a => new ParameterRef(a.Name, a.Type, RefMode.Value)).ToEquatableArray(), IrType.Void),
            arguments.Select(a => (Expr)a.Read).ToEquatableArray()),
        Endings.Origin);
}
