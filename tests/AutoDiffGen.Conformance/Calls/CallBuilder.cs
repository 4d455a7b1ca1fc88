using System.Linq.Expressions;
using System.Reflection;
using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Calls;

/// <summary>Compiles calls of a method and of its derivatives. Compiled code boxes nothing, so that allocations seen are the callee's.</summary>
internal static class CallBuilder
{
    public static Call Original(Subject subject) => Compile(new Shape(subject), subject.Method);

    public static Call Grad(Subject subject, MethodInfo member)
    {
        var shape = new Shape(subject);
        foreach (Role role in subject.Inputs)
            shape.AddDerivative(role);
        return Compile(shape, member);
    }

    public static Call Vjp(Subject subject, MethodInfo member)
    {
        var shape = new Shape(subject);
        if (subject.Method.ReturnType != typeof(void))
            shape.AddSeed(subject.Method.ReturnType);
        foreach (Role role in subject.Roles.Where(r => r.IsActive))
            shape.AddDerivative(role);
        return Compile(shape, member);
    }

    private static Call Compile(Shape shape, MethodInfo member)
    {
        Expression call = Expression.Call(member, shape.Arguments);
        var result = Expression.Variable(typeof(double), "result");
        Expression value = member.ReturnType == typeof(void) ? Expression.Block(call, Expression.Constant(0.0))
            : member.ReturnType.IsArray ? Expression.Block(Expression.Assign(Expression.Field(shape.Frame, nameof(Frame.Result)), call), Expression.Constant(0.0))
            : Shape.ToNumber(call);
        var body = Expression.Block(
            [.. shape.Locals, result],
            [Expression.Call(shape.Frame, nameof(Frame.Restore), null), .. shape.Before, Expression.TryFinally(Expression.Assign(result, value), After(shape)), result]);
        return Expression.Lambda<Call>(body, member.Name, [shape.Frame]).Compile();
    }

    // What a call that throws has written by reference counts too.
    private static Expression After(Shape shape) => shape.After.Count == 0 ? Expression.Empty() : Expression.Block(shape.After);

    /// <summary>The locals and statements around a call, gathered parameter by parameter.</summary>
    private sealed class Shape
    {
        public Shape(Subject subject)
        {
            foreach (Role role in subject.Roles)
                AddParameter(role);
        }

        public ParameterExpression Frame { get; } = Expression.Parameter(typeof(Frame), "frame");

        public List<ParameterExpression> Locals { get; } = [];

        public List<Expression> Before { get; } = [];

        public List<Expression> Arguments { get; } = [];

        public List<Expression> After { get; } = [];

        public void AddSeed(Type type)
        {
            if (Layout.Of(type) is { } layout)
            {
                Arguments.Add(BlockAs(typeof(ReadOnlySpan<>).MakeGenericType(layout.Element), Expression.Field(Frame, nameof(Calls.Frame.SeedBlock)), layout));
                return;
            }

            // The seed of a result that is not real carries nothing.
            bool isReal = type == typeof(double) || type == typeof(float);
            Arguments.Add(isReal ? Expression.Convert(Expression.Field(Frame, nameof(Calls.Frame.Seed)), type) : Expression.Default(type));
        }

        public void AddDerivative(Role role)
        {
            if (role.Layout is { } layout)
            {
                Arguments.Add(BlockAs(layout.Derivative, Entry(nameof(Calls.Frame.DerivativeBlocks), role), layout));
                return;
            }

            var local = Local(role.Type, "derivative of " + role.Name);
            Expression entry = Entry(nameof(Calls.Frame.Derivatives), role);
            Before.Add(Expression.Assign(local, Expression.Convert(entry, role.Type)));
            After.Add(Expression.Assign(entry, Expression.Convert(local, typeof(double))));
        }

        /// <summary>The array of a block, or the span that the block shows of it.</summary>
        public static Expression BlockAs(Type type, Expression block, Layout layout)
        {
            Expression storage = Expression.Convert(Expression.Field(block, nameof(Block.Storage)), layout.Storage);
            return type.IsArray ? storage : Expression.New(
                type.GetConstructor([layout.Storage, typeof(int), typeof(int)])!,
                storage, Expression.Field(block, nameof(Block.Start)), Expression.Field(block, nameof(Block.Length)));
        }

        public static Expression ToNumber(Expression value)
        {
            if (value.Type == typeof(bool))
                return Expression.Condition(value, Expression.Constant(1.0), Expression.Constant(0.0));
            if (value.Type.IsEnum)
                value = Expression.Convert(value, Enum.GetUnderlyingType(value.Type));
            return Expression.Convert(value, typeof(double));
        }

        private void AddParameter(Role role)
        {
            if (role.Layout is { } layout)
            {
                Arguments.Add(BlockAs(role.Type, Entry(nameof(Calls.Frame.Blocks), role), layout));
                return;
            }

            var local = Local(role.Type, role.Name);
            if (role.Passing != Passing.Out)
            {
                Expression argument = role.IsReal
                    ? Expression.Convert(Entry(nameof(Calls.Frame.Reals), role), role.Type)
                    : role.Type.IsValueType
                        ? Expression.Unbox(Entry(nameof(Calls.Frame.Others), role), role.Type)
                        : Expression.Convert(Entry(nameof(Calls.Frame.Others), role), role.Type);
                Before.Add(Expression.Assign(local, argument));
            }

            if (role.IsByRef)
                After.Add(Expression.Assign(Entry(nameof(Calls.Frame.After), role), ToNumber(local)));
        }

        private ParameterExpression Local(Type type, string name)
        {
            var local = Expression.Variable(type, name);
            Locals.Add(local);
            Arguments.Add(local);
            return local;
        }

        private IndexExpression Entry(string array, Role role) =>
            Expression.ArrayAccess(Expression.Field(Frame, array), Expression.Constant(role.Index));
    }
}
