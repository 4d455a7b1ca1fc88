using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <content>The parts of the data's representation, as <see cref="IFloatingPoint{TSelf}"/> asks for them: <see cref="double"/>'s own.</content>
public readonly partial struct Value
{
    int IFloatingPoint<Value>.GetExponentByteCount() => Bits(Data).GetExponentByteCount();

    int IFloatingPoint<Value>.GetExponentShortestBitLength() => Bits(Data).GetExponentShortestBitLength();

    int IFloatingPoint<Value>.GetSignificandBitLength() => Bits(Data).GetSignificandBitLength();

    int IFloatingPoint<Value>.GetSignificandByteCount() => Bits(Data).GetSignificandByteCount();

    bool IFloatingPoint<Value>.TryWriteExponentBigEndian(Span<byte> destination, out int bytesWritten) =>
        Bits(Data).TryWriteExponentBigEndian(destination, out bytesWritten);

    bool IFloatingPoint<Value>.TryWriteExponentLittleEndian(Span<byte> destination, out int bytesWritten) =>
        Bits(Data).TryWriteExponentLittleEndian(destination, out bytesWritten);

    bool IFloatingPoint<Value>.TryWriteSignificandBigEndian(Span<byte> destination, out int bytesWritten) =>
        Bits(Data).TryWriteSignificandBigEndian(destination, out bytesWritten);

    bool IFloatingPoint<Value>.TryWriteSignificandLittleEndian(Span<byte> destination, out int bytesWritten) =>
        Bits(Data).TryWriteSignificandLittleEndian(destination, out bytesWritten);

    // double implements these explicitly, so that they are reached only through the interface.
    private static IFloatingPoint<double> Bits(double data) => data;
}
