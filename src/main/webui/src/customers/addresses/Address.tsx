import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { Copy, Trash2 } from 'lucide-react';
import { answer, api, ifMatch } from '../../shared/api/client';
import type { CustomerAddressInput, CustomerAddressView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { InPlace } from '../../shared/ui/inplace/InPlace';
import type { Source } from '../../shared/ui/inplace/save';
import { useProblemText } from '../../shared/ui/useProblemText';
import { addressEditor } from './AddressEditor';
import { emptyDraft, linesOf, wholeAddress, type AddressDraft } from './draft';
import { useAddressesChanged, useAddressText } from './useAddresses';
import { useConfirm } from '../../shared/ui/useConfirm';

/** An address as it is written where it is, to be copied as it stands on an envelope, and changed in its place. */
export function Address({ address, may }: { address: CustomerAddressView; may: boolean }) {
  const { t } = useText();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const problemText = useProblemText();
  const { line, lines } = useAddressText();
  const changed = useAddressesChanged(address.customerId);
  const path = { id: address.customerId, address: address.id };
  const source: Source<CustomerAddressView, CustomerAddressInput> = {
    save: async (patch, version) => {
      const saved = await answer(api.PATCH('/api/v1/customers/{id}/addresses/{address}', { params: { path, header: ifMatch(version) }, body: patch }));
      await changed();
      return saved;
    },
    reload: () => answer(api.GET('/api/v1/customers/{id}/addresses/{address}', { params: { path } })),
  };
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/customers/{id}/addresses/{address}', { params: { path, header: ifMatch(address.version) } }),
    onSuccess: changed,
    onError: (error) => {
      void message.error(problemText(error));
      void changed();
    },
  });
  const askAndRemove = async () => {
    const sure = await confirm({ title: t('addresses.deleteTitle'), content: line(address), doIt: t('addresses.delete'), danger: true });
    if (sure) remove.mutate();
  };
  const copy = () =>
    navigator.clipboard.writeText(lines(address).join('\n')).then(
      () => void message.success(t('addresses.copied')),
      () => void message.error(t('addresses.notCopied')),
    );
  const say = (draft: AddressDraft | undefined) => (draft ? lines({ ...draft, lines: linesOf(draft.lines) }).join('\n') : t('inplace.nothing'));
  const kind = t(`addressKind.${address.kind}`);
  return (
    <li className="address">
      <div className="row small address-head">
        <span className="soft">{kind}</span>
        {address.primary && <span className="tag">{t('addresses.primary')}</span>}
        {address.label && (
          <span className="faint clip" title={address.label}>
            {address.label}
          </span>
        )}
        <span className="grow" />
        {/* Browsers give it out over a secure connection only. */}
        {'clipboard' in navigator && (
          <button type="button" className="icon-button address-button" aria-label={t('addresses.copy', { kind })} title={t('addresses.copyShort')} onClick={() => void copy()}>
            <Copy size={13} aria-hidden="true" />
          </button>
        )}
        {may && (
          <button type="button" className="icon-button address-button" disabled={remove.isPending} aria-label={t('addresses.delete')} title={t('addresses.delete')} onClick={() => void askAndRemove()}>
            <Trash2 size={13} aria-hidden="true" />
          </button>
        )}
      </div>
      <InPlace label={t('addresses.of', { kind })} record={address} field={wholeAddress} empty={emptyDraft(address.country, false)} source={source} may={may} editor={addressEditor} say={say}>
        <address className="address-line">{line(address)}</address>
      </InPlace>
    </li>
  );
}
