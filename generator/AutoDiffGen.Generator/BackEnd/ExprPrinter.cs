using System.Text;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.BackEnd;

/// <summary>Expressions as C# text, with the parentheses that keep their meaning and no others.</summary>
internal static class ExprPrinter
{
    public static string Print(Expr expr) => Print(expr, Precedence.Lowest);

    public static string Print(Place place) => place switch
    {
        LocalPlace local => Literals.Identifier(local.Var.Name),
        ReferencePlace reference => Literals.Identifier(reference.Parameter.Name),
        StaticPlace field => field.Text,
        ElementPlace element => $"{Print(element.Array)}[{string.Join(", ", element.Indices.Select(Print))}]",
        FieldPlace field => $"{Print(field.Owner)}.{Literals.Identifier(field.Field)}",
        _ => throw Rewriter.Unknown(place),
    };

    private enum Precedence
    {
        Lowest,
        Conditional,
        OrElse,
        AndAlso,
        Or,
        Xor,
        And,
        Equality,
        Relational,
        Shift,
        Additive,
        Multiplicative,
        Unary,
        Primary,
    }

    private static string Print(Expr expr, Precedence context)
    {
        Checkpoint.Pass();
        (string text, Precedence own) = Text(expr);
        return own < context ? $"({text})" : text;
    }

    private static (string Text, Precedence Own) Text(Expr expr)
    {
        switch (expr)
        {
            case RealConst constant:
                string literal = Literals.Real(constant);
                return (literal, literal[0] == '-' ? Precedence.Unary : Precedence.Primary);
            case InertConst constant:
                // A cast of an enum's number and a negative number are not primary expressions.
                return (constant.Text, constant.Text[0] is '-' or '(' ? Precedence.Unary : Precedence.Primary);
            case Read read:
                return (Print(read.Place), Precedence.Primary);
            case Unary unary:
                return Text(unary);
            case Binary binary:
                return Text(binary);
            case Convert convert:
                string cast = $"({convert.Type.CSharp}){Operand(convert.Operand, convert.Checked)}";
                return convert.Checked ? ($"checked({cast})", Precedence.Primary) : (cast, Precedence.Unary);
            case Conditional choice:
                return ($"{Print(choice.Condition, Precedence.OrElse)} ? {Print(choice.WhenTrue, Precedence.OrElse)} : {Print(choice.WhenFalse, Precedence.Conditional)}",
                    Precedence.Conditional);
            case Call { Function: { PartOf: { } pair } part } call:
                return ($"{Function(part with { Name = pair })}({Arguments(call)}).{part.Name}", Precedence.Primary);
            case Call call:
                return ($"{Function(call.Function)}({Arguments(call)})", Precedence.Primary);
            // The derivative's own storage is a span, and always there.
            case Length { OrNone: true, Array.Type: ArrayType } length:
                return ($"global::AutoDiffGen.Runtime.Buffers.LengthOf({Print(length.Array)}{(length.Dimension is { } d ? ", " + d.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")})", Precedence.Primary);
            case Length length:
                string of = Print(length.Array, Precedence.Primary);
                return (length.Dimension is { } dimension ? $"{of}.GetLength({dimension.ToString(System.Globalization.CultureInfo.InvariantCulture)})" : $"{of}.Length", Precedence.Primary);
            case View view:
                string range = $"{Print(view.Start)}, {Print(view.Count)}";
                return (view.Array.Type is SpanType
                    ? $"{Print(view.Array, Precedence.Primary)}.Slice({range})"
                    : $"global::System.MemoryExtensions.AsSpan({Print(view.Array)}, {range})", Precedence.Primary);
            case Part part:
                return ($"global::AutoDiffGen.Runtime.Buffers.Part<{part.Type.Content().CSharp}>({Print(part.Array)}, {Print(part.Start)}, {Print(part.End)})", Precedence.Primary);
            case StopGradient stop:
                return Text(stop.Operand);
            case Construct construct:
                return ($"new {construct.Type.CSharp}({string.Join(", ", construct.Arguments.Select(Print))})", Precedence.Primary);
            case Interpolation interpolation:
                return (Text(interpolation), Precedence.Primary);
            default:
                throw Rewriter.Unknown(expr);
        }
    }

    private static (string, Precedence) Text(Unary unary)
    {
        string op = unary.Op switch
        {
            UnaryOp.Plus => "+",
            UnaryOp.Negate => "-",
            UnaryOp.Not => "!",
            UnaryOp.Complement => "~",
            _ => throw new InvalidOperationException($"Unknown operator {unary.Op}."),
        };
        string text = op + Operand(unary.Operand, unary.Checked);
        return unary.Checked ? ($"checked({text})", Precedence.Primary) : (text, Precedence.Unary);
    }

    /// <summary>The operand of a cast or sign: <c>-(-x)</c> and <c>(int)(-x)</c> keep their parentheses, as C# reads them otherwise.</summary>
    private static string Operand(Expr operand, bool isChecked)
    {
        string text = Operand(operand, Precedence.Unary, isChecked);
        return text[0] is '-' or '+' ? $"({text})" : text;
    }

    /// <summary>What is not checked itself must not become so inside an operation that is.</summary>
    private static string Operand(Expr operand, Precedence context, bool isChecked) =>
        isChecked && Overflow.IsSilentIn(operand) ? $"unchecked({Print(operand)})" : Print(operand, context);

    private static (string, Precedence) Text(Binary binary)
    {
        (string op, Precedence own) = binary.Op switch
        {
            BinaryOp.Add => ("+", Precedence.Additive),
            BinaryOp.Subtract => ("-", Precedence.Additive),
            BinaryOp.Multiply => ("*", Precedence.Multiplicative),
            BinaryOp.Divide => ("/", Precedence.Multiplicative),
            BinaryOp.Remainder => ("%", Precedence.Multiplicative),
            BinaryOp.Equal => ("==", Precedence.Equality),
            BinaryOp.NotEqual => ("!=", Precedence.Equality),
            BinaryOp.Less => ("<", Precedence.Relational),
            BinaryOp.LessOrEqual => ("<=", Precedence.Relational),
            BinaryOp.Greater => (">", Precedence.Relational),
            BinaryOp.GreaterOrEqual => (">=", Precedence.Relational),
            BinaryOp.AndAlso => ("&&", Precedence.AndAlso),
            BinaryOp.OrElse => ("||", Precedence.OrElse),
            BinaryOp.And => ("&", Precedence.And),
            BinaryOp.Or => ("|", Precedence.Or),
            BinaryOp.Xor => ("^", Precedence.Xor),
            BinaryOp.ShiftLeft => ("<<", Precedence.Shift),
            BinaryOp.ShiftRight => (">>", Precedence.Shift),
            BinaryOp.UnsignedShiftRight => (">>>", Precedence.Shift),
            _ => throw new InvalidOperationException($"Unknown operator {binary.Op}."),
        };

        // Left-associative all, and a + (b - c) must not become (a + b) - c.
        string left = Operand(binary.Left, own, binary.Checked);
        string right = Operand(binary.Right, own + 1, binary.Checked);
        string text = $"{left} {op} {right}";
        return binary.Checked ? ($"checked({text})", Precedence.Primary) : (text, own);
    }

    private static string Function(FunctionRef function)
    {
        if (function.Family == FunctionFamily.Other)
            return $"{function.Container}.{Literals.Identifier(function.Name)}";
        bool single = function.Parameters.Any(p => p.Type == IrType.Single) && function.Parameters.All(p => p.Type != IrType.Double);
        return function.Container switch
        {
            "Math" when single && function.Name != "Clamp" => $"global::System.MathF.{function.Name}",
            "Math" => $"global::System.Math.{function.Name}",
            "Real" => (single ? "float." : "double.") + function.Name,
            _ => throw new InvalidOperationException($"Unknown container {function.Container}."),
        };
    }

    private static string Arguments(Call call) => string.Join(", ", Enumerable.Range(0, call.Arguments.Count).Select(i =>
        (i < call.Function.Parameters.Count ? call.Function.Parameters[i].Mode.Prefix() : "") + Print(call.Arguments[i])));

    private static string Text(Interpolation interpolation)
    {
        var text = new StringBuilder("$\"");
        foreach (InterpolationPart part in interpolation.Parts)
        {
            if (part.Value is null)
            {
                string quoted = Literals.Text(part.Literal ?? "");
                text.Append(quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}"));
                continue;
            }

            string value = Print(part.Value);
            text.Append('{').Append(value.Contains(':') || value.Contains('?') ? $"({value})" : value);
            if (part.Alignment is { } alignment)
                text.Append(',').Append(alignment.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (part.Format is not null)
                text.Append(':').Append(part.Format.Replace("\\", "\\\\").Replace("\"", "\\\""));
            text.Append('}');
        }

        return text.Append('"').ToString();
    }
}
