using System.Buffers;
using System.Numerics;

namespace Dashboard.Web.Inbox;

/// <summary>Sorts rows by columns: packs what a column holds and the row's address into one number, and sorts the numbers.</summary>
internal sealed class RowSorter
{
    private const int Bits = 64;

    /// <summary>With fewer keys than one for so many rows, most rows are alike to others.</summary>
    private const int RowsOfKey = 8;

    private readonly RowOrder _order;
    private readonly int[] _addresses;
    private readonly KeyRange[] _columns;
    private readonly RunStarts _runs;
    private readonly CancellationToken _cancellationToken;
    private ulong[] _items = [];
    private ulong[] _spare = [];

    private RowSorter(RowOrder order, int[] addresses, CancellationToken cancellationToken)
    {
        (_order, _addresses, _runs, _cancellationToken) = (order, addresses, new RunStarts(addresses.Length), cancellationToken);
        _columns = addresses.Length == 0 ? [] : [.. order.Columns.Select(sort => KeyRange.Of(addresses, order, sort))];
    }

    /// <summary>Rows sorted by the columns of an order, and by id where they are alike in these.</summary>
    /// <param name="snapshot">Whose rows they are.</param>
    /// <param name="addresses">The rows, part by part and those of a part by id; they are put in order in place.</param>
    /// <param name="order">Gives the columns; its direction is not looked at.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static SortedRows Sort(InboxSnapshot snapshot, int[] addresses, RowOrder order, CancellationToken cancellationToken)
    {
        var sorter = new RowSorter(order, addresses, cancellationToken);
        // Many rows that are alike are put by their ids at once, as they are stored; few are found and put so when all is sorted.
        var idsFirst = sorter._columns.All(keys => keys.Most < (ulong)(addresses.Length / RowsOfKey));
        if (idsFirst)
            IdOrder.Apply(snapshot, addresses, new RunStarts(addresses.Length), cancellationToken);
        if (sorter._columns.Length > 0)
            sorter.Sort();
        if (!idsFirst)
            IdOrder.Apply(snapshot, addresses, sorter._runs, cancellationToken);
        return new SortedRows(addresses, sorter._runs);
    }

    private void Sort()
    {
        (_items, _spare) = (ArrayPool<ulong>.Shared.Rent(_addresses.Length), ArrayPool<ulong>.Shared.Rent(_addresses.Length));
        try
        {
            // Rows that are alike in one column keep the order that the later columns gave them.
            for (var column = _columns.Length - 1; column >= 0; column--)
                SortBy(_columns[column]);
            // The keys of the last round are still at hand: no row has to be looked up again.
            if (_columns[0].FitBesideAddress)
                MarkChanges(_columns[0]);
            else
                MarkChanges(_columns[0].Sort.Column);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(_items);
            ArrayPool<ulong>.Shared.Return(_spare);
        }

        foreach (var keys in _columns.AsSpan(1))
            MarkChanges(keys.Sort.Column);
    }

    private void SortBy(KeyRange keys)
    {
        // A key that does not fit beside an address is sorted by its lower bits first.
        for (var shift = 0; shift == 0 || shift < keys.KeyBits; shift += keys.Room)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            for (var position = 0; position < _addresses.Length; position++)
                _items[position] = keys.Key(_order.Value(_addresses[position], keys.Sort.Column)) >> shift << keys.AddressBits | (uint)_addresses[position];
            PackedSort.Sort(ref _items, ref _spare, _addresses.Length, keys.AddressBits, Math.Min(keys.Room, keys.KeyBits - shift), _cancellationToken);
            for (var position = 0; position < _addresses.Length; position++)
                _addresses[position] = (int)(_items[position] & keys.AddressMask);
        }
    }

    private void MarkChanges(KeyRange keys)
    {
        for (var position = 1; position < _addresses.Length; position++)
        {
            if ((_items[position] ^ _items[position - 1]) > keys.AddressMask)
                _runs.Mark(position);
        }
    }

    private void MarkChanges(InboxColumn column)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var before = _order.Value(_addresses[0], column);
        for (var position = 1; position < _addresses.Length; position++)
        {
            var value = _order.Value(_addresses[position], column);
            if (value != before)
                _runs.Mark(position);
            before = value;
        }
    }

    /// <summary>What the values of a column lie between, to make small keys of them.</summary>
    private readonly record struct KeyRange(InboxSort Sort, long Lowest, ulong Most, int AddressBits)
    {
        public int KeyBits => Bits - BitOperations.LeadingZeroCount(Most);

        /// <summary>Bits left beside an address.</summary>
        public int Room => Bits - AddressBits;

        public ulong AddressMask => (1UL << AddressBits) - 1;

        public bool FitBesideAddress => KeyBits <= Room;

        public static KeyRange Of(int[] addresses, RowOrder order, InboxSort sort)
        {
            var (lowest, highest, highestAddress) = (long.MaxValue, long.MinValue, 0);
            foreach (var address in addresses)
            {
                var value = order.Value(address, sort.Column);
                highestAddress = Math.Max(highestAddress, address);
                highest = Math.Max(highest, value);
                if (value != long.MinValue)
                    lowest = Math.Min(lowest, value);
            }

            // 0 is for what stands below all others.
            var most = highest == long.MinValue ? 0 : (ulong)(highest - lowest) + 1;
            return new KeyRange(sort, lowest, most, Bits - BitOperations.LeadingZeroCount((ulong)highestAddress));
        }

        /// <summary>Grows in the direction of the sort, from 0 to <see cref="Most"/>.</summary>
        public ulong Key(long value)
        {
            var ascending = value == long.MinValue ? 0 : (ulong)(value - Lowest) + 1;
            return Sort.Descending ? Most - ascending : ascending;
        }
    }
}
